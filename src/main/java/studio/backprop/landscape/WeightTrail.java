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
 * Trajectory of a run in weight space. Immutable.
 *
 * @param parameters copy of the current parameters
 * @param layout of the positions
 * @param positions from the start to the current one
 * @param stride steps between two of them; the last may be closer
 * @param broke whether training ended by a fault
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

  /** Last kept position up to a step, or else the start. */
  public WeightPosition at(long step) {
    return positions.get(placeAt(step));
  }

  /** Index of {@link #at}. */
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

  /** New parameters with these weights. @param states see {@link WeightPosition#states} */
  public Parameters parametersAt(float[] weights, float[] states) {
    Parameters copy = parameters.copy();
    WeightLayout kept = WeightLayout.states(copy);
    layout.write(weights, layout.arrays(copy));
    kept.write(states, kept.arrays(copy));
    return copy;
  }

  /** ‖w − w₀‖. */
  public double fromStart(WeightPosition position) {
    return WeightPosition.distance(position.weights(), start().weights());
  }

  /** Marks it as diverged, to be ignored by planes and maps. */
  public WeightTrail astray() {
    return new WeightTrail(project, data, parameters, layout, positions, stride, true);
  }

  /** SHA-256 of the current parameters. */
  public String sha256() {
    return parameters.sha256();
  }

  /** Whether equal weights have equal losses in both, so that a loss map is valid for both: same network and data. */
  public boolean sharesLoss(WeightTrail other) {
    return layers(project).equals(layers(other.project)) && project.network().wires().equals(other.project.network().wires())
        && project.data().equals(other.project.data()) && project.table().equals(other.project.table());
  }

  private static Map<Integer, Layer> layers(Project project) {
    return project.network().nodes().stream().collect(Collectors.toMap(Node::id, Node::layer));
  }

  /** Whether positions of both are comparable. */
  public boolean fits(WeightTrail other) {
    return layout.fits(other.layout);
  }
}
