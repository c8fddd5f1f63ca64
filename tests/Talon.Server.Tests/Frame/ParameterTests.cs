using System.Globalization;
using System.Text.Json;
using Talon.Http;

namespace Talon.Server.Tests;

public sealed class ParameterTests
{
    private static readonly Parameter<bool> Dry = Parameters.Boolean("dry", "Dry.");
    private static readonly Parameter<bool> Silent = Parameters.Silent();
    private static readonly Parameter<int> PageSize = Parameters.PageSize(50);
    private static readonly Parameter<DateTimeOffset?> StartDate = Parameters.Time("startDate", "Start.");
    private static readonly Parameter<IReadOnlyList<long>?> Ids = Parameters.IntegerList("ids", "Ids.");
    private static readonly Parameter<IReadOnlyList<string>?> Subledgers = Parameters.TextList("subledgerId", "Subledgers.");
    private static readonly Parameter<string?> Sort = Parameters.Sort("startDate", "expiryDate");

    private readonly FrameWorld _world = new(FrameWorld.Echo(
        context => JsonSerializer.Serialize(string.Join(';',
            context.Get(Dry),
            context.Get(Silent),
            context.Get(PageSize),
            context.Get(StartDate)?.ToString("u", CultureInfo.InvariantCulture),
            context.Get(Ids) is { } ids ? string.Join('+', ids) : "-",
            context.Get(Subledgers) is { } subledgers ? string.Join('+', subledgers) : "-",
            context.Get(Sort))),
        "GET",
        parameters: [Dry, Silent, PageSize, StartDate, Ids, Subledgers, Sort]));

    [Theory]
    [InlineData("", "False;True;50;;-;-;")]
    [InlineData("dry=true&silent=no&pageSize=1000", "True;False;1000;;-;-;")]
    [InlineData("dry=True&pageSize=", "True;True;50;;-;-;")]
    [InlineData("startDate=2024-01-31", "False;True;50;2024-01-31 00:00:00Z;-;-;")]
    [InlineData("startDate=2024-01-31T12:00:00%2B02:00", "False;True;50;2024-01-31 10:00:00Z;-;-;")]
    [InlineData("startDate=2024-01-31T12:00:00+02:00", "False;True;50;2024-01-31 10:00:00Z;-;-;")]
    [InlineData("ids=1,2&subledgerId=a", "False;True;50;;1+2;a;")]
    [InlineData("ids=1%2C2&subledgerId=a+b&subledgerId=c", "False;True;50;;1+2;a b+c;")]
    [InlineData("ids=1&ids=2,3&subledgerId=", "False;True;50;;1+2+3;;")]
    [InlineData("sort=-startDate&unknown=1", "False;True;50;;-;-;-startDate")]
    public async Task Parameters_are_read_in_all_documented_forms(string query, string expected)
    {
        var (status, answer, _) = await _world.SendAsync("GET", "/v1/echo?" + query);
        Assert.Equal(200, status);
        Assert.Equal(expected, answer.GetString());
    }

    [Theory]
    [InlineData("dry=1", "dry", "Invalid type")]
    [InlineData("dry=true&dry=false", "dry", "maxItems")]
    [InlineData("silent=true", "silent", "enum")]
    [InlineData("pageSize=0", "pageSize", "minimum")]
    [InlineData("pageSize=1001", "pageSize", "maximum")]
    [InlineData("pageSize=1.0", "pageSize", "Invalid type")]
    [InlineData("startDate=yesterday", "startDate", "format")]
    [InlineData("startDate=2024-13-01", "startDate", "format")]
    [InlineData("ids=1,x", "ids", "Invalid type")]
    [InlineData("sort=name", "sort", "enum")]
    [InlineData("dry=%zz", "dry", "format")]
    [InlineData("dry=%ff", "dry", "format")]
    public async Task An_invalid_parameter_is_refused_by_name(string query, string parameter, string title)
    {
        var (status, answer, _) = await _world.SendAsync("GET", "/v1/echo?" + query);
        Assert.Equal(400, status);
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal(parameter, error.GetProperty("source").GetProperty("parameter").GetString());
        Assert.Equal(title, error.GetProperty("title").GetString());
    }

    [Fact]
    public async Task All_invalid_parameters_are_reported_at_once()
    {
        var (_, answer, _) = await _world.SendAsync("GET", "/v1/echo?dry=x&pageSize=x&ids=x,y");
        Assert.Equal(4, answer.GetProperty("errors").GetArrayLength());
    }
}
