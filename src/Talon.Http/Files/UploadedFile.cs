using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>A file that came with a request: the form field <c>upFile</c> of a multipart body, or the body itself.</summary>
/// <param name="Content">The bytes.</param>
public sealed record UploadedFile(ReadOnlyMemory<byte> Content)
{
    /// <summary>The form field.</summary>
    public const string Field = "upFile";

    private const string MultipartType = "multipart/form-data";

    /// <summary>The content as text: UTF-8, or what its byte order mark says. Throws <see cref="InvalidRequestException"/> for bytes that are none.</summary>
    public TextReader OpenText()
    {
        if (!Content.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) && !Content.Span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            RequireUtf8(Content.Span);
        return new StreamReader(new MemoryStream(Content.ToArray(), writable: false), new UTF8Encoding(false));
    }

    /// <summary>Finds the file in a body. Throws <see cref="InvalidRequestException"/> when there is none.</summary>
    public static UploadedFile Find(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (contentType?.StartsWith(MultipartType, StringComparison.OrdinalIgnoreCase) != true)
            return new(body);
        return MultipartForm.BoundaryOf(contentType) is { } boundary && MultipartForm.Find(body, boundary, Field) is { } content
            ? new(content)
            : throw new InvalidRequestException(new Problem("required", $"The form has no file \"{Field}\"", Parameter: Field));
    }

    /// <summary>Refuses other bytes than UTF-8: read as such, their codes and names would be stored with replacement characters.</summary>
    private static void RequireUtf8(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
            return;
        var line = 1;
        while (Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done)
        {
            if (rune.Value == '\n')
                line++;
            text = text[length..];
        }

        throw new InvalidRequestException(new Problem("Invalid", $"Line {line}: the file is not UTF-8", Parameter: Field, Line: line));
    }
}
