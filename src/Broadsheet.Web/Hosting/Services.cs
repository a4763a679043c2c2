using System.ComponentModel;
using Broadsheet.Core.Clock;
using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Broadsheet.Core.Operations;
using Broadsheet.Web.Hosting.Newsroom;
using Broadsheet.Web.Mail;
using Broadsheet.Web.Press;
using Npgsql;

namespace Broadsheet.Web.Hosting;

/// <summary>What every command needs, the web site and the command line alike.</summary>
public static class Services
{
    /// <summary>Settings from <c>broadsheet.json</c> in the data folder, then from the environment. Read once.</summary>
    public static IConfigurationBuilder AddBroadsheetSettings(this IConfigurationBuilder settings, DataFolder data) => settings
        .AddJsonFile(data.Settings, optional: true, reloadOnChange: false)
        .AddEnvironmentVariables();

    /// <summary>Database, media, options and clock.</summary>
    public static IServiceCollection AddNewspaper(this IServiceCollection services, IConfiguration settings, DataFolder data)
    {
        services.AddSingleton(data);
        services.AddSingleton(TimeProvider.System).AddSingleton<DueClock>();
        services.AddSingleton(new MediaStore(data.Media));
        services.AddScoped<PhotoDesk>();
        var database = settings["Broadsheet:Database"] ?? "broadsheet.db";
        Require(database);
        services.AddBroadsheetDb(database, data.Path);
        services.AddSingleton(new Holdings(data.Path, database));
        services.AddSingleton(_ => FolderUse.Share(data.Path));
        Bind<SiteOptions>(services, settings, SiteOptions.Section);
        Bind<HostingOptions>(services, settings, HostingOptions.Section);
        Bind<WireOptions>(services, settings, WireOptions.Section);
        Bind<MediaOptions>(services, settings, MediaOptions.Section);
        Bind<PressOptions>(services, settings, PressOptions.Section, "Purge");
        Bind<PurgeOptions>(services, settings, PurgeOptions.Section);
        Bind<SearchOptions>(services, settings, SearchOptions.Section);
        Bind<FetchOptions>(services, settings, FetchOptions.Section);
        services.AddSingleton<GuardedClient>();
        Bind<CommentOptions>(services, settings, CommentOptions.Section);
        Bind<MailOptions>(services, settings, MailOptions.Section);
        Bind<StaffOptions>(services, settings, StaffOptions.Section);
        return services;
    }

    // Options are plain singletons: what the operator decides is read once, at start. A group is a section below, bound by itself.
    private static void Bind<T>(IServiceCollection services, IConfiguration settings, string section, string? group = null) where T : class, new()
    {
        var options = new T();
        foreach (var given in settings.GetSection(section).GetChildren())
        {
            if (given.Value is null && given.Key.Equals(group, StringComparison.OrdinalIgnoreCase)) continue;
            if (typeof(T).GetProperties().FirstOrDefault(p => p.CanWrite && p.Name.Equals(given.Key, StringComparison.OrdinalIgnoreCase)) is not { } property)
                throw new UsageException($"Setting {section}:{given.Key}: there is no such setting.");
            if (Text(settings, given.Path) is not { } text) continue;
            try
            {
                property.SetValue(options, TypeDescriptor.GetConverter(property.PropertyType).ConvertFromInvariantString(text));
            }
            catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException)
            {
                throw new UsageException($"Setting {section}:{property.Name}: '{text}' is not {Kind(property.PropertyType)}.");
            }
        }
        var problems = new List<System.ComponentModel.DataAnnotations.ValidationResult>();
        if (!System.ComponentModel.DataAnnotations.Validator.TryValidateObject(options, new(options), problems, validateAllProperties: true))
            throw new UsageException($"Setting {(problems[0].MemberNames.FirstOrDefault() is { } name ? $"{section}:{name}: " : "")}{problems[0].ErrorMessage}");
        services.AddSingleton(options);
    }

    private static string Kind(Type type) => type == typeof(bool) ? "true or false" : type.IsEnum ? string.Join(" or ", Enum.GetNames(type)) : "a whole number that fits";

    // A list may be one text with commas, or a value for each place (Languages:0, an array in the file). What is read last wins.
    private static string? Text(IConfiguration settings, string key)
    {
        if (settings is not IConfigurationRoot root) return settings[key];
        foreach (var provider in root.Providers.Reverse())
        {
            if (provider.TryGet(key, out var text) && text is not null) return text;
            var places = provider.GetChildKeys([], key).Select(place => provider.TryGet($"{key}:{place}", out var value) ? value : null).OfType<string>().ToList();
            if (places.Count > 0) return string.Join(',', places);
        }
        return null;
    }

    private static void Require(string database)
    {
        if (!DatabaseSetup.IsPostgres(database)) return;
        try
        {
            if (!string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(database).Host)) return;
        }
        catch (ArgumentException)
        {
            throw new UsageException("Setting Broadsheet:Database: the connection string can't be read; it looks like Host=localhost;Username=broadsheet;Database=broadsheet.");
        }
        throw new UsageException("Setting Broadsheet:Database: the connection string names no Host.");
    }
}
