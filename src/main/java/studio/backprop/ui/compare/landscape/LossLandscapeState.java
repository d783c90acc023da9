package studio.backprop.ui.compare.landscape;

import java.util.List;
import java.util.Optional;
import studio.backprop.landscape.LossMap;
import studio.backprop.landscape.Sharpness;
import studio.backprop.landscape.WeightPlane;
import studio.backprop.landscape.WeightPosition;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.text.Message;

/**
 * State of the network's loss landscape. Immutable; pending values are empty or NaN.
 *
 * @param start id of the start
 * @param lane variant whose network the map is of
 * @param map losses on the plane, coarse at first
 * @param drawn projected trajectories; of another architecture losses only
 * @param fitting which variants the plane can show
 * @param around loss around the end of each variant along two filter-normalized random directions
 * @param sharpness at the end of each variant
 * @param rows training rows of the losses
 * @param problem why there is no plane
 */
record LossLandscapeState(
    long start, long step, List<WeightTrail> walked, WeightPosition centre, int lane, Optional<WeightPlane> plane,
    Optional<LossMap> map, List<DrawnTrail> drawn, List<Boolean> fitting, List<Optional<LossMap>> around,
    List<Optional<Sharpness>> sharpness, int rows, Optional<Message> problem) {

  LossLandscapeState with(Optional<LossMap> fresh) {
    return new LossLandscapeState(start, step, walked, centre, lane, plane, fresh, drawn, fitting, around, sharpness, rows, problem);
  }

  LossLandscapeState with(List<DrawnTrail> fresh) {
    return new LossLandscapeState(start, step, walked, centre, lane, plane, map, fresh, fitting, around, sharpness, rows, problem);
  }

  LossLandscapeState with(List<Optional<LossMap>> ends, List<Optional<Sharpness>> sharp) {
    return new LossLandscapeState(start, step, walked, centre, lane, plane, map, drawn, fitting, ends, sharp, rows, problem);
  }

  /** Whether the map is valid for all variants: the same weights compute the same function in each. */
  boolean shared() {
    return walked.stream().allMatch(trail -> trail.sharesLoss(walked.get(lane)));
  }

  /** Whether all variants can be shown on one plane. */
  boolean alike() {
    return fitting.stream().allMatch(fits -> fits);
  }
}
