package studio.backprop.ui.design.designer.node;

import java.util.Optional;
import javafx.scene.text.Text;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.NormRow;
import studio.backprop.ui.workspace.run.ParameterIndex;

/** Weights and bias of a single neuron with one or two inputs as numbers. */
final class FewWeights extends Text {
  private static final int MAX_INPUTS = 2;
  private static final int DIGITS = 4;
  /** Symbols of the weights of several inputs. */
  private static final String[] SIGNS = {"w₁", "w₂"};

  private final CanvasDesk desk;
  private final ParameterIndex weights;
  private final Optional<ParameterIndex> bias;

  private FewWeights(CanvasDesk desk, ParameterIndex weights, Optional<ParameterIndex> bias) {
    this.desk = desk;
    this.weights = weights;
    this.bias = bias;
    getStyleClass().add("few-weights");
    setMouseTransparent(true);
  }

  /** Empty for a layer of several units, or with more inputs. */
  static Optional<FewWeights> of(CanvasDesk desk, Node node, Run run, Snapshot snapshot) {
    return ParameterIndex.of(run, snapshot, node)
        .filter(found -> node.layer().neurons() == 1 && snapshot.hasValues() && snapshot.values(found.parameter()).length <= MAX_INPUTS)
        .map(found -> new FewWeights(desk, found, ParameterIndex.biasOf(run, snapshot, node)));
  }

  /** Height of its lines. */
  double needed() {
    int lines = (int) weights.spec().shape().count() + (bias.isPresent() ? 1 : 0);
    return lines * NormRow.HEIGHT;
  }

  void show(Snapshot snapshot) {
    if (!snapshot.hasValues()) {
      return;
    }
    float[] values = snapshot.values(weights.parameter());
    StringBuilder lines = new StringBuilder(line(values.length == 1 ? "w" : SIGNS[0], values[0]));
    for (int i = 1; i < values.length; i++) {
      lines.append('\n').append(line(SIGNS[i], values[i]));
    }
    bias.ifPresent(found -> lines.append('\n').append(line("b", snapshot.values(found.parameter())[0])));
    setText(lines.toString());
  }

  private String line(String sign, float value) {
    return sign + " = " + desk.lang().numbers().significant(value, DIGITS);
  }
}
