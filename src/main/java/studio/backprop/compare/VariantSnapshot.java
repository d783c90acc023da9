package studio.backprop.compare;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.PreparedData;
import studio.backprop.train.Fault;
import studio.backprop.train.agent.EpisodeCurves;
import studio.backprop.train.record.EpochRecord;

/**
 * What there is to see of one lane at one step. It no longer changes.
 *
 * @param data that it learns from
 * @param step steps that it has taken
 * @param loss of the last step's batch, NaN before the first
 * @param measure accuracy of that batch, or its mean absolute error
 * @param epochs that are done, with their scores
 * @param nodes the nodes that learn, from the first to the last
 * @param norms ‖∂L/∂W‖ of each of them in the last step, NaN before the first
 * @param rows what the steps since the last snapshot have measured: {@link Variant#WIDTH} numbers each
 * @param nanos that its steps have taken
 * @param fault why it broke, if it did
 * @param stoppedEarly whether no epoch got better for too long
 * @param episodes how the episodes of an agent went; empty where nobody acts
 * @param outlook what its network answers now; empty if nothing has changed that could be seen
 */
public record VariantSnapshot(
    PreparedData data, long step, double loss, double measure, List<EpochRecord> epochs, List<Integer> nodes, double[] norms,
    double[] rows, long nanos,
    Optional<Fault> fault, boolean stoppedEarly, Optional<EpisodeCurves> episodes, Optional<VariantOutput> outlook) {}
