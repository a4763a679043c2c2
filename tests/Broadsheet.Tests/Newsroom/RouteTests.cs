using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Newsroom;

/// <summary>Every route of the newsroom is guarded: read from the program itself, so that none can be forgotten.</summary>
[Trait("Category", "Database")]
public sealed class RouteTests(NewsroomApp app) : IClassFixture<NewsroomApp>
{
    private static readonly string[] Anonymous =
        ["/newsroom/sign-in", "/newsroom/sign-in/code", "/newsroom/sign-in/passkey", "/newsroom/sign-in/passkey/options", "/newsroom/link", "/newsroom/set-up"];

    /// <summary>The routes below <c>/newsroom</c>.</summary>
    internal static IReadOnlyList<RouteEndpoint> Routes(NewspaperApp app) =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => Path(e) is "/newsroom" || Path(e).StartsWith("/newsroom/", StringComparison.Ordinal))];

    /// <summary>A route's path as it was written, without a slash at its end.</summary>
    internal static string Path(RouteEndpoint route) => "/" + (route.RoutePattern.RawText ?? "").Trim('/');

    [Fact]
    public void Every_route_says_which_right_it_asks_for_or_stands_in_the_short_list_of_those_for_strangers() => Assert.Empty(
        from route in Routes(app)
        let asks = route.Metadata.GetMetadata<AuthorizationPolicy>()?.Requirements.OfType<RightRequirement>().Any() == true
        let stranger = route.Metadata.GetMetadata<IAllowAnonymous>() is not null
        where asks == stranger || (stranger && !Anonymous.Contains(Path(route)))
        select $"{Path(route)} says neither RequireRight nor RequireStaff.");

    [Fact]
    public void Every_route_asks_for_the_token_of_its_form() =>
        Assert.All(Routes(app), route => Assert.True(route.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation, Path(route)));

    [Fact]
    public async Task A_stranger_gets_no_page_of_the_newsroom_but_the_door()
    {
        using var stranger = app.Stranger();
        foreach (var route in Routes(app).Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            var path = DeskRoutes.Fill(Path(route), "1");
            var methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
            foreach (var method in methods)
            {
                using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
                using var answer = await stranger.Http.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True((int)answer.StatusCode == 303 && answer.Headers.Location!.OriginalString.StartsWith("/newsroom/sign-in?return=", StringComparison.Ordinal), $"{method} {path}: {answer.StatusCode}");
            }
        }
    }
}
