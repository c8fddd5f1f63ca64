using System.Text;
using System.Text.Json;
using Talon.Http;

namespace Talon.Server.Tests;

public sealed class BodyTests
{
    private static readonly ObjectSchema Item = new("Item", "An item.")
    {
        Properties =
        [
            Property.Required("sku", "SKU.", new StringSchema { MinLength = 1, MaxLength = 4 }),
            Property.Optional("quantity", "Units.", new IntegerSchema { Minimum = 1 }),
            Property.Optional("price", "Price.", new NumberSchema()),
        ],
    };

    private static readonly ObjectSchema Body = new("Body", "A body.")
    {
        Properties =
        [
            Property.Optional("state", "State.", new StringSchema { Enum = ["open", "closed"] }),
            Property.Optional("items", "Items.", new ArraySchema(Item) { MaxItems = 3 }),
            Property.Optional("when", "Time.", StringSchema.DateTime),
            Property.Optional("attributes", "Attributes.", MapSchema.Free),
            Property.Optional("flag", "Flag.", new BooleanSchema()),
        ],
    };

    private readonly FrameWorld _world = new(FrameWorld.Echo(context => context.Body.GetRawText(), request: Body));

    [Theory]
    [InlineData("""{"state":"open","items":[{"sku":"a","quantity":1,"price":5.00}],"when":"2024-02-29T10:00:00.123456789+02:00","attributes":{"a":[1,{"b":null}]},"flag":true,"other":1}""")]
    [InlineData("""{"state":null,"items":[],"attributes":{"x":"\u0000\ud83d\ude00"}}""")]
    [InlineData("\uFEFF{}")]
    public async Task A_valid_body_reaches_the_operation_as_it_was_written(string body)
    {
        var (status, answer, _) = await _world.SendAsync("POST", "/v1/echo", body);
        Assert.Equal(200, status);
        Assert.Equal(body.TrimStart('\uFEFF'), answer.GetRawText());
    }

    [Theory]
    [InlineData("""{"state":"ajar"}""", "enum", "/state", "Value of \"state\" (ajar) is not one of open, closed")]
    [InlineData("""{"state":5}""", "Invalid type", "/state", "Value of \"state\" (5) is not a string")]
    [InlineData("""{"items":[{"sku":"a"},{}]}""", "required", "/items/1/sku", "\"sku\" is required")]
    [InlineData("""{"items":[{"sku":""}]}""", "minLength", "/items/0/sku", null)]
    [InlineData("""{"items":[{"sku":"abcde"}]}""", "maxLength", "/items/0/sku", null)]
    [InlineData("""{"items":[{"sku":"a","quantity":1.0}]}""", "Invalid type", "/items/0/quantity", "Value of \"quantity\" (1.0) is not an integer")]
    [InlineData("""{"items":[{"sku":"a","quantity":0}]}""", "minimum", "/items/0/quantity", null)]
    [InlineData("""{"items":[{"sku":"a","quantity":99999999999999999999}]}""", "Invalid number", "/items/0/quantity", null)]
    [InlineData("""{"items":[{"sku":"a","price":1e400}]}""", "Invalid number", "/items/0/price", null)]
    [InlineData("""{"items":[{"sku":"a"},{"sku":"b"},{"sku":"c"},{"sku":"d"}]}""", "maxItems", "/items", null)]
    [InlineData("""{"items":{}}""", "Invalid type", "/items", "Value of \"items\" (an object) is not an array")]
    [InlineData("""{"when":"2024-02-30T10:00:00Z"}""", "format", "/when", null)]
    [InlineData("""{"when":"2024-02-20T10:00:00"}""", "format", "/when", null)]
    [InlineData("""{"attributes":{"a/b~c":[0,1e999]}}""", "Invalid number", "/attributes/a~1b~0c/1", null)]
    [InlineData("""{"flag":"true"}""", "Invalid type", "/flag", null)]
    [InlineData("""[]""", "Invalid type", "", null)]
    [InlineData("""{"items":[{"sku":"a","sku":"b"}]}""", "Invalid JSON", "/items/0/sku", "The key \"sku\" occurs more than once")]
    [InlineData("""{"state":"\ud800"}""", "Invalid JSON", "/state", null)]
    [InlineData("""{"\udc00":1}""", "Invalid JSON", "", null)]
    [InlineData("""{"state":"open",}""", "Invalid JSON", "", null)]
    [InlineData("", "required", "", null)]
    [InlineData(" \n", "required", "", null)]
    public async Task An_invalid_body_is_refused_with_its_pointer(string body, string title, string pointer, string? details)
    {
        var (status, answer, _) = await _world.SendAsync("POST", "/v1/echo", body);
        Assert.Equal(400, status);
        Assert.Equal("The submitted data was invalid", answer.GetProperty("message").GetString());
        Assert.Equal(400, answer.GetProperty("StatusCode").GetInt32());
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal(title, error.GetProperty("title").GetString());
        Assert.Equal(pointer, error.GetProperty("source").GetProperty("pointer").GetString());
        if (details is not null)
            Assert.Equal(details, error.GetProperty("details").GetString());
    }

    [Fact]
    public async Task All_problems_are_reported_at_once()
    {
        var (_, answer, _) = await _world.SendAsync("POST", "/v1/echo", """{"state":1,"items":[{"quantity":-1},7],"flag":0}""");
        Assert.Equal(
            ["/state", "/items/0/sku", "/items/0/quantity", "/items/1", "/flag"],
            Pointers(answer));
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        var (status, _, _) = await _world.SendAsync("POST", "/v1/echo", [(byte)'"', 0xff, (byte)'"']);
        Assert.Equal(400, status);
    }

    [Theory]
    [InlineData(64, 200)]
    [InlineData(65, 400)]
    public async Task Nesting_is_limited_to_64_levels(int depth, int expected)
    {
        var body = "{\"attributes\":{\"a\":" + new string('[', depth - 2) + new string(']', depth - 2) + "}}";
        var (status, _, _) = await _world.SendAsync("POST", "/v1/echo", body);
        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 400)]
    public async Task A_body_of_one_entity_is_limited_to_1_MiB(int beyond, int expected)
    {
        const string frame = """{"other":""}""";
        var body = frame.Insert(frame.Length - 2, new string('x', 1024 * 1024 - frame.Length + beyond));
        var (status, _, _) = await _world.SendAsync("POST", "/v1/echo", body);
        Assert.Equal(expected, status);
    }

    private static IEnumerable<string?> Pointers(JsonElement answer) =>
        answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("source").GetProperty("pointer").GetString());
}
