using Broadsheet.Core.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Broadsheet.Tests.Newsroom;

/// <summary>Every route with a key in it answers to what is of another desk as to what is not there.</summary>
[Trait("Category", "Database")]
public sealed class OtherDeskTests(NewsroomApp app) : IClassFixture<NewsroomApp>
{
    [Fact]
    public void Every_route_with_a_key_has_an_object_of_another_desk_to_be_tried_with()
    {
        var routes = RouteTests.Routes(app).Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(RouteTests.Path).Where(DeskRoutes.HasKey).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(routes, DeskRoutes.All.Select(r => r.Route).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_editor_of_one_desk_finds_nothing_of_another()
    {
        // Every role, but for City alone: what is refused is refused for the desk and not for a missing right.
        using var editor = await app.SignIn(StaffRole.Administrator, "city");
        var page = (await editor.Page("/newsroom")).Page;
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var route in RouteTests.Routes(app))
        {
            if (DeskRoutes.All.SingleOrDefault(r => r.Route == RouteTests.Path(route)) is not { Foreign: { } foreign }) continue;
            var key = await foreign(app);
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                Assert.True(await Ask(method, DeskRoutes.Fill(RouteTests.Path(route), key)) is 404, $"{method} {RouteTests.Path(route)} answers for an object of another desk.");
                Assert.True(await Ask(method, DeskRoutes.Fill(RouteTests.Path(route), "999999")) is 404, $"{method} {RouteTests.Path(route)} answers for an object that is not there.");
            }
        }

        async Task<int> Ask(string method, string path)
        {
            using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
            if (method is not ("GET" or "HEAD")) request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            using var answer = await editor.Http.SendAsync(request);
            return (int)answer.StatusCode;
        }
    }
}
