using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>A call as it is to be made.</summary>
/// <param name="Verb">The method.</param>
/// <param name="Address">The address.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body, in JSON; null for none.</param>
public sealed record WebhookRequest(string Verb, Uri Address, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body)
{
    /// <summary>The call that a webhook makes; null when its address makes no sense with these parameters.</summary>
    internal static WebhookRequest? Of(Webhook webhook, WebhookCallRow call, DateTimeOffset now)
    {
        if (AddressOf(webhook, call.Parameters) is not { } address)
            return null;
        var body = webhook.Payload is { Length: > 0 } template ? PayloadTemplate.Parse(template).Fill(call.Parameters) : null;
        return new WebhookRequest(
            webhook.Verb,
            address,
            [
                .. webhook.Headers.Select(ParseHeader).OfType<KeyValuePair<string, string>>(),
                new(WebhookSignature.Header, WebhookSignature.Of(webhook.Secret, now, body ?? "")),
                new(WebhookSignature.CallHeader, call.Id),
            ],
            body);
    }

    /// <summary>The address with its parameters filled in, percent-encoded; null when it makes no sense.</summary>
    internal static Uri? AddressOf(Webhook webhook, IReadOnlyDictionary<string, Value> parameters)
    {
        var text = webhook.Url.Contains("://", StringComparison.Ordinal) ? webhook.Url : "https://" + webhook.Url;
        foreach (var parameter in webhook.Params)
            text = text.Replace($"${{{parameter.Name()}}}", Uri.EscapeDataString(PayloadTemplate.Text(parameters.GetValueOrDefault(parameter.Name()))), StringComparison.Ordinal);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { UserInfo: "", Host.Length: > 0 } ? address : null;
    }

    /// <summary>A header as it was written: <c>Name: value</c>, or that in quotes and braces; null when it is none.</summary>
    internal static KeyValuePair<string, string>? ParseHeader(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return null;
        var (name, value) = (text[..colon].Trim(' ', '{', '"'), text[(colon + 1)..].Trim(' ', '}', '"'));
        return name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c)) && value.All(c => c is >= ' ' and < (char)127) ? new(name, value) : null;
    }
}
