namespace Broadsheet.Pictures.Files;

/// <summary>A place on the globe in decimal degrees (WGS 84), north and east positive.</summary>
internal sealed record Place(double Latitude, double Longitude);

/// <summary>What a picture says about itself in its metadata.</summary>
/// <param name="Name">The file's name without folder or ending.</param>
/// <param name="Date">The day on which the picture was drawn.</param>
/// <param name="Gps">Carried by a few pictures only, so that tests can show that it never goes out.</param>
internal sealed record PictureFacts(
    string Name,
    string Headline,
    string Caption,
    string Alt,
    string Credit,
    string Creator,
    string Source,
    string Copyright,
    DateOnly Date,
    string City,
    string Country,
    Place? Gps);
