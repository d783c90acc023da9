package studio.backprop.landscape;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.backprop.data.PreparedData;
import studio.backprop.layer.Layer;
import studio.backprop.network.Node;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;

/**
 * The way of one run through the space of its weights, as far as it has come. It no longer changes.
 *
 * @param project that is trained
 * @param data that it learns from
 * @param parameters a copy of all that the network has learned where the run stands
 * @param layout of the positions
 * @param positions the first is the start, the last where the run stands
 * @param stride between two of them, in steps; the last may follow sooner
 * @param broke whether training stopped at a number that is not finite
 */
public record WeightTrail(
    Project project, PreparedData data, Parameters parameters, WeightLayout layout, List<WeightPosition> positions, long stride,
    boolean broke) {

  public WeightPosition start() {
    return positions.get(0);
  }

  public WeightPosition end() {
    return positions.get(positions.size() - 1);
  }

  /** The last position that was kept up to a step; the start where there is none. */
  public WeightPosition at(long step) {
    return positions.get(placeAt(step));
  }

  /** Its place in the list. */
  public int placeAt(long step) {
    int low = 0;
    int high = positions.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (positions.get(middle).step() <= step) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Parameters of their own with these weights. @param states what layers keep by themselves, see {@link WeightPosition#states} */
  public Parameters parametersAt(float[] weights, float[] states) {
    Parameters copy = parameters.copy();
    WeightLayout kept = WeightLayout.states(copy);
    layout.write(weights, layout.arrays(copy));
    kept.write(states, kept.arrays(copy));
    return copy;
  }

  /** How far a position is from the start, as the crow flies: ‖w − w₀‖. */
  public double fromStart(WeightPosition position) {
    return WeightPosition.distance(position.weights(), start().weights());
  }

  /** The same as one that broke: it has gone so far astray that no plane or map is to be laid over it. */
  public WeightTrail astray() {
    return new WeightTrail(project, data, parameters, layout, positions, stride, true);
  }

  /** The SHA-256 of all weights at its end, as training reports it. */
  public String sha256() {
    return parameters.sha256();
  }

  /**
   * Whether the same weights have the same loss in both: the networks compute the same, from the same data. Else a map of one does not
   * show the loss of the other, even where it lies on the plane.
   */
  public boolean sharesLoss(WeightTrail other) {
    return layers(project).equals(layers(other.project)) && project.network().wires().equals(other.project.network().wires())
        && project.data().equals(other.project.data()) && project.table().equals(other.project.table());
  }

  private static Map<Integer, Layer> layers(Project project) {
    return project.network().nodes().stream().collect(Collectors.toMap(Node::id, Node::layer));
  }

  /** Whether its positions can be compared with those of another: both mean the same weights. */
  public boolean fits(WeightTrail other) {
    return layout.fits(other.layout);
  }
}
