namespace Sqo.Qualification;

/// <summary>A setting as plain data: a path and a text, as configuration supplies them. Two are equal if both parts are.</summary>
/// <param name="Path">
/// The path, its parts separated by colons, such as "Criteria:budget:AtLeast"; case is ignored in names, and numbers are indexes of a
/// list.
/// </param>
/// <param name="Value">
/// The value: numbers with a decimal point, dates by ISO 8601. A setting whose value is <see langword="null"/> counts as missing.
/// </param>
public readonly record struct ProfileSetting(string Path, string? Value);
