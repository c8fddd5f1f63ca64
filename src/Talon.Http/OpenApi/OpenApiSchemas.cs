using System.Text.Json;

namespace Talon.Http;

/// <summary>Writes schemas in the words of JSON Schema 2020-12, as OpenAPI 3.1 has them; objects with a name are written once and referred to.</summary>
internal sealed class OpenApiSchemas(Utf8JsonWriter writer)
{
    private readonly Dictionary<ObjectSchema, string> _names = [];
    private readonly List<ObjectSchema> _order = [];

    /// <summary>Writes a schema, or a reference to it.</summary>
    public void Write(Schema schema, Property? property = null)
    {
        writer.WriteStartObject();
        if (schema is ObjectSchema named)
            writer.WriteString("$ref"u8, "#/components/schemas/" + NameOf(named));
        else
            WriteShape(schema);
        if (property is not null)
            writer.WriteString("description"u8, property.Description);
        if (property?.Example is { } example)
            WriteExample(example);
        writer.WriteEndObject();
    }

    /// <summary>Writes every object that was referred to, and those that these refer to.</summary>
    public void WriteComponents()
    {
        writer.WriteStartObject();
        for (var i = 0; i < _order.Count; i++)
        {
            writer.WriteStartObject(_names[_order[i]]);
            WriteObject(_order[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Two objects of one name are told apart by a number.</summary>
    private string NameOf(ObjectSchema schema)
    {
        if (_names.TryGetValue(schema, out var known))
            return known;
        var name = schema.Name ?? "Object";
        for (var i = 2; _names.ContainsValue(name); i++)
            name = FormattableString.Invariant($"{schema.Name}_{i}");
        _order.Add(schema);
        return _names[schema] = name;
    }

    private void WriteObject(ObjectSchema schema)
    {
        writer.WriteString("type"u8, "object"u8);
        if (schema.Description is { } description)
            writer.WriteString("description"u8, description);
        var required = schema.Properties.Where(property => property.IsRequired).ToList();
        if (required.Count > 0)
        {
            writer.WriteStartArray("required"u8);
            foreach (var property in required)
                writer.WriteStringValue(property.Name);
            writer.WriteEndArray();
        }

        writer.WriteStartObject("properties"u8);
        foreach (var property in schema.Properties)
        {
            writer.WritePropertyName(property.Name);
            Write(property.Schema, property);
        }

        writer.WriteEndObject();
        if (schema.Closed)
            writer.WriteBoolean("additionalProperties"u8, false);
    }

    private void WriteShape(Schema schema)
    {
        switch (schema)
        {
            case StringSchema text:
                WriteString(text);
                break;
            case IntegerSchema integer:
                writer.WriteString("type"u8, "integer"u8);
                writer.WriteNumber("minimum"u8, integer.Minimum);
                writer.WriteNumber("maximum"u8, integer.Maximum);
                if (integer.Default is { } whole)
                    writer.WriteNumber("default"u8, whole);
                break;
            case NumberSchema number:
                writer.WriteString("type"u8, "number"u8);
                if (number.Minimum is { } minimum)
                    writer.WriteNumber("minimum"u8, minimum);
                if (number.Maximum is { } maximum)
                    writer.WriteNumber("maximum"u8, maximum);
                break;
            case BooleanSchema flag:
                writer.WriteString("type"u8, "boolean"u8);
                if (flag.Default is { } value)
                    writer.WriteBoolean("default"u8, value);
                break;
            case ArraySchema list:
                writer.WriteString("type"u8, "array"u8);
                writer.WritePropertyName("items"u8);
                Write(list.Items);
                if (list.MinItems > 0)
                    writer.WriteNumber("minItems"u8, list.MinItems);
                if (list.MaxItems is { } most)
                    writer.WriteNumber("maxItems"u8, most);
                break;
            case MapSchema map:
                writer.WriteString("type"u8, "object"u8);
                writer.WritePropertyName("additionalProperties"u8);
                Write(map.Values);
                break;
        }
    }

    private void WriteString(StringSchema text)
    {
        writer.WriteString("type"u8, "string"u8);
        if (text.Format != StringFormat.Text)
            writer.WriteString("format"u8, text.Format == StringFormat.Uuid ? "uuid" : "date-time");
        if (text.MinLength > 0)
            writer.WriteNumber("minLength"u8, text.MinLength);
        if (text.MaxLength is { } longest)
            writer.WriteNumber("maxLength"u8, longest);
        if (text.Pattern is { } pattern)
            writer.WriteString("pattern"u8, pattern);
        if (text.Enum is { } allowed)
        {
            writer.WriteStartArray("enum"u8);
            foreach (var name in allowed)
                writer.WriteStringValue(name);
            writer.WriteEndArray();
        }

        if (text.Default is { } whenAbsent)
            writer.WriteString("default"u8, whenAbsent);
    }

    private void WriteExample(object example)
    {
        writer.WriteStartArray("examples"u8);
        switch (example)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteNumberValue(Convert.ToInt64(example, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }

        writer.WriteEndArray();
    }
}
