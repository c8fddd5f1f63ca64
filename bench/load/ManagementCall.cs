using System.Text.Json;

namespace Talon.Load;

/// <summary>Calls the Management API; the JSON of the answer.</summary>
internal delegate Task<JsonElement> ManagementCall(HttpMethod method, string path, string body);
