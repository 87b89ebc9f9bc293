namespace Sqo.Qualification;

/// <summary>A condition that says how many points its criterion gives, so that a weight would contradict it.</summary>
internal interface IPointsCondition
{
    bool GivesPoints { get; }
}
