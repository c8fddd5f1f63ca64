namespace Talon.Http;

/// <summary>Path parameters that many operations of the Integration API have.</summary>
internal static class IntegrationParameters
{
    public static readonly Parameter<string> CustomerId = Parameters.PathId("integrationId", "The customer's id, chosen by the integrator.");

    public static readonly Parameter<string> SessionId = Parameters.PathId("customerSessionId", "The session's id, chosen by the integrator.");
}
