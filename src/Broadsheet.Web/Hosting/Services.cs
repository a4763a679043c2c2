using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Broadsheet.Core.Operations;
using Broadsheet.Web.Press;

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
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new MediaStore(data.Media));
        services.AddScoped<PhotoDesk>();
        var database = settings["Broadsheet:Database"] ?? "broadsheet.db";
        services.AddBroadsheetDb(database, data.Path);
        services.AddSingleton(new Holdings(data.Path, database));
        services.AddSingleton(_ => FolderUse.Share(data.Path));
        Bind<SiteOptions>(services, settings, SiteOptions.Section);
        Bind<HostingOptions>(services, settings, HostingOptions.Section);
        Bind<WireOptions>(services, settings, WireOptions.Section);
        Bind<MediaOptions>(services, settings, MediaOptions.Section);
        Bind<PressOptions>(services, settings, PressOptions.Section);
        Bind<CommentOptions>(services, settings, CommentOptions.Section);
        return services;
    }

    // Options are plain singletons: what the operator decides is read once, at start.
    private static void Bind<T>(IServiceCollection services, IConfiguration settings, string section) where T : class, new()
    {
        var options = new T();
        try
        {
            settings.GetSection(section).Bind(options, o => o.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException e)
        {
            throw new UsageException($"Setting under {section}: {(e.InnerException ?? e).Message}");
        }
        var problems = new List<System.ComponentModel.DataAnnotations.ValidationResult>();
        if (!System.ComponentModel.DataAnnotations.Validator.TryValidateObject(options, new(options), problems, validateAllProperties: true))
            throw new UsageException($"Setting {(problems[0].MemberNames.FirstOrDefault() is { } name ? $"{section}:{name}: " : "")}{problems[0].ErrorMessage}");
        services.AddSingleton(options);
    }
}
