using System;

namespace Campaigns;

/// <summary>Input that can't be used; the message says what, where and why.</summary>
internal sealed class InputException(string message) : Exception(message);
