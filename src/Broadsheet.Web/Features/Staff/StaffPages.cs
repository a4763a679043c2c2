namespace Broadsheet.Web.Features.Staff;

/// <summary>Sign-in, one-time links, one's own account, the newsroom's people, the first start.</summary>
public static class StaffPages
{
    /// <summary>Registers what the pages need.</summary>
    public static IServiceCollection AddStaffPages(this IServiceCollection services) => services
        .AddScoped<SignInDesk>().AddScoped<OwnSecurity>().AddScoped<PasskeyDesk>().AddPeople();

    /// <summary>Maps them.</summary>
    public static void MapStaffPages(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapSignIn();
        newsroom.MapLinks();
        newsroom.MapWelcome();
        newsroom.MapPassword();
        newsroom.MapPasskeys();
        newsroom.MapProve();
        newsroom.MapAccount();
        newsroom.MapPeople();
        newsroom.MapSetUp();
    }
}
