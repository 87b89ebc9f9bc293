namespace Sqo.Qualification;

/// <summary>A setting as plain data: a path and a text, as configuration gives them. Two are equal when both parts are.</summary>
/// <param name="Path">
/// The path, its parts separated by colons, such as "Criteria:budget:AtLeast"; case counts for nothing in names, and numbers are the places of a list.
/// </param>
/// <param name="Value">The value: numbers with a decimal point, dates by ISO 8601. A setting whose value is <see langword="null"/> is not there.</param>
public readonly record struct ProfileSetting(string Path, string? Value);
