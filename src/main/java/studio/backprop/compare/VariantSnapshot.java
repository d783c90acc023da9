package studio.backprop.compare;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.PreparedData;
import studio.backprop.train.Fault;
import studio.backprop.train.agent.EpisodeCurves;
import studio.backprop.train.record.EpochRecord;

/**
 * Snapshot of one variant at one step. Immutable.
 *
 * @param data of its training
 * @param step steps taken
 * @param loss of the last step's batch, NaN before the first
 * @param measure accuracy of that batch, or mean absolute error
 * @param epochs completed, with their metrics
 * @param nodes with parameters, from the first to the last
 * @param norms ‖∂L/∂W‖ of each of them in the last step, NaN before the first
 * @param rows measurements of the steps since the last snapshot: {@link Variant#WIDTH} numbers each
 * @param nanos duration of its steps
 * @param fault empty if none
 * @param stoppedEarly whether it was stopped early
 * @param episodes learning curves of an agent; empty without one
 * @param outlook outputs of its network; empty if nothing displayed has changed
 */
public record VariantSnapshot(
    PreparedData data, long step, double loss, double measure, List<EpochRecord> epochs, List<Integer> nodes, double[] norms,
    double[] rows, long nanos,
    Optional<Fault> fault, boolean stoppedEarly, Optional<EpisodeCurves> episodes, Optional<VariantOutput> outlook) {}
