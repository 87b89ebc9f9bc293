using System;

namespace WeeklyAudit;

/// <summary>An open deal as it is known in a week. A null is unknown.</summary>
internal sealed record Deal(string Id, DateTime Created, decimal? Budget, bool? HasDecisionMaker, double Engagement);
