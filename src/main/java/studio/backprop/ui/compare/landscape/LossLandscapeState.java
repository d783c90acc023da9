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
 * What is known of the landscape of the lanes' network. It no longer changes; what is still computed is empty or not a number.
 *
 * @param start a number that tells the start of the lanes from others
 * @param step at which it was taken
 * @param walked the ways of the weights
 * @param centre what the plane is seen from
 * @param lane whose network the map is of
 * @param plane on which all is drawn
 * @param map losses on it, coarse at first
 * @param drawn the trails on it, lane by lane; of a lane with another architecture only the losses are known
 * @param fitting which lanes the plane can show
 * @param around the loss around the end of each lane along two filter-normalised random directions
 * @param sharpness of the end of each lane
 * @param rows training rows over which losses are taken
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

  /** Whether the map shows the loss of all lanes: the same weights compute the same in each. */
  boolean shared() {
    return walked.stream().allMatch(trail -> trail.sharesLoss(walked.get(lane)));
  }

  /** Whether all lanes can be shown on one plane. */
  boolean alike() {
    return fitting.stream().allMatch(fits -> fits);
  }
}
