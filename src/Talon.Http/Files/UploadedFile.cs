using System.Text;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>A file that came with a request: the form field <c>upFile</c> of a multipart body, or the body itself.</summary>
/// <param name="Content">The bytes.</param>
public sealed record UploadedFile(ReadOnlyMemory<byte> Content)
{
    /// <summary>The form field.</summary>
    public const string Field = "upFile";

    private const string MultipartType = "multipart/form-data";

    /// <summary>The content as UTF-8 text.</summary>
    public TextReader OpenText() => new StreamReader(new MemoryStream(Content.ToArray(), writable: false), new UTF8Encoding(false));

    /// <summary>Finds the file in a body. Throws <see cref="InvalidRequestException"/> when there is none.</summary>
    public static UploadedFile Find(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (contentType?.StartsWith(MultipartType, StringComparison.OrdinalIgnoreCase) != true)
            return new(body);
        return MultipartForm.BoundaryOf(contentType) is { } boundary && MultipartForm.Find(body, boundary, Field) is { } content
            ? new(content)
            : throw new InvalidRequestException(new Problem("required", $"The form has no file \"{Field}\"", Parameter: Field));
    }
}
