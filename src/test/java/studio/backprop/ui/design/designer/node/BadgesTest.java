package studio.backprop.ui.design.designer.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.shape.CubicCurve;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.network.Wire;
import studio.backprop.plan.Parameter;
import studio.backprop.run.Status;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;
import studio.backprop.ui.design.designer.DesignerStage;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.NormRow;
import studio.backprop.ui.design.designer.wire.WireView;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.ManualPulse;

/** Every number that a node or a wire carries is the engine's: worked out here once more, plainly, from the tensors between two steps. */
@ExtendWith(ApplicationExtension.class)
class BadgesTest {
  private static final int FRAMES = 100;
  private static final long PATIENCE = 60_000;
  /** A ribbon this near to its width moves no further. */
  private static final double EASED = 0.1;

  private final ManualPulse pulse = new ManualPulse();
  private DesignerStage designer;

  /** Weights, norms and shares by node, from the engine's tensors. */
  private record Truth(
      Map<Integer, float[]> values, Map<Integer, Double> weights, Map<Integer, Double> gradients,
      Map<Integer, Double> outputs, Map<Integer, Double> silent) {}

  @Start
  void start(Stage stage) {
    Fonts.load();
    designer = new DesignerStage(pulse);
    designer.motion.reducedProperty().set(true);
    designer.show(stage, 1048, 520);
    designer.open(DesignerStage.digits());
  }

  @AfterEach
  void close() {
    designer.close();
  }

  private static void onScreen(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, action);
  }

  @Test
  void badgesAndRibbonsAreTheEnginesNumbersInAHundredFrames() throws Exception {
    Truth before = designer.run.trainer().ask(BadgesTest::truth).get(60, TimeUnit.SECONDS).orElseThrow();
    for (int frame = 0; frame < FRAMES; frame++) {
      Lens lens = frame / 10 % 2 == 0 ? Lens.GRADIENTS : Lens.WEIGHTS;
      designer.run.trainer().playSteps(1);
      do {
        designer.run.trainer().ask(Session::steps).get(60, TimeUnit.SECONDS);
      } while (designer.run.trainer().status().state() != Status.State.PAUSED);
      Truth truth = designer.run.trainer().ask(BadgesTest::truth).get(60, TimeUnit.SECONDS).orElseThrow();
      onScreen(() -> {
        designer.model.lensProperty().set(lens);
        for (int i = 0; i < 4; i++) {
          pulse.tick();
        }
      });
      Truth earlier = before;
      onScreen(() -> compare(lens, truth, earlier));
      before = truth;
    }
    assertThat(designer.run.snapshot().orElseThrow().step()).isEqualTo(FRAMES);
  }

  private void compare(Lens lens, Truth truth, Truth before) {
    Map<Integer, Double> norms = lens == Lens.GRADIENTS ? truth.gradients : truth.weights;
    assertThat(norms).hasSize(3);
    norms.forEach((node, norm) -> assertThat(badge(node, lens == Lens.GRADIENTS ? "gradient" : "weight")).isEqualTo(compact(norm)));
    if (lens == Lens.WEIGHTS) {
      truth.values.forEach((node, now) -> {
        double moved = norm(difference(now, before.values.get(node))) / before.weights.get(node);
        assertThat(badge(node, "update")).isEqualTo(designer.lang.numbers().percent(moved, 2));
      });
      truth.silent.forEach((node, share) -> assertThat(badge(node, "silent")).isEqualTo(designer.lang.numbers().percent(share)));
    } else {
      for (Wire wire : designer.model.network().wires()) {
        if (truth.outputs.containsKey(wire.from())) {
          assertRibbon(wire, truth.outputs.get(wire.from()));
        }
      }
    }
  }

  private void assertRibbon(Wire wire, double norm) {
    WireView view = (WireView) designer.view.lookupAll(".designer-wire").stream().filter(w -> ((WireView) w).wire().equals(wire))
        .findFirst().orElseThrow();
    double width = ((CubicCurve) view.lookup(".ribbon")).getStrokeWidth();
    assertThat(width).isCloseTo(Math.max(1.5, Math.min(22, 2 + 5 * (Math.log10(norm) + 4))), within(EASED));
    assertThat(view.pill().getText()).isEqualTo(compact(norm));
  }

  private String badge(int node, String kind) {
    NodeView view = (NodeView) designer.view.lookupAll(".designer-node").stream()
        .filter(n -> n instanceof NodeView drawn && drawn.id() == node).findFirst().orElseThrow();
    return ((NormRow) view.lookup(".norm-row." + kind)).written();
  }

  private String compact(double value) {
    return designer.lang.numbers().compact(value);
  }

  private static Truth truth(Session session) {
    Map<Integer, float[]> values = new HashMap<>();
    Map<Integer, Double> weights = new HashMap<>();
    Map<Integer, Double> gradients = new HashMap<>();
    for (Parameter parameter : session.parameters().learned()) {
      if (parameter.name().equals("weight")) {
        values.put(parameter.node(), parameter.tensor().values().clone());
        weights.put(parameter.node(), norm(parameter.tensor().values()));
        gradients.put(parameter.node(), norm(parameter.tensor().grads()));
      }
    }
    Map<Integer, Double> outputs = new HashMap<>();
    session.project().network().nodes().forEach(node -> session.plan().gradient(node.id())
        .ifPresent(tensor -> outputs.put(node.id(), norm(tensor.grads()))));
    Map<Integer, Double> silent = weights.keySet().stream().filter(node -> session.plan().output(node).orElseThrow().shape().rank() == 3)
        .collect(Collectors.toMap(node -> node, node -> silentShare(session.plan().output(node).orElseThrow())));
    return new Truth(values, weights, gradients, outputs, silent);
  }

  private static float[] difference(float[] a, float[] b) {
    float[] difference = a.clone();
    for (int i = 0; i < a.length; i++) {
      difference[i] -= b[i];
    }
    return difference;
  }

  private static double norm(float[] numbers) {
    double sum = 0;
    for (float number : numbers) {
      sum += (double) number * number;
    }
    return Math.sqrt(sum);
  }

  /** Channels of which no pixel of no image is above 0. */
  private static double silentShare(Tensor maps) {
    int channels = maps.shape().size(0);
    int pixels = maps.rowCount() / channels;
    float[] largest = new float[channels];
    for (int i = 0; i < maps.count(); i++) {
      int channel = i / pixels % channels;
      largest[channel] = Math.max(largest[channel], maps.values()[i]);
    }
    int silent = 0;
    for (float value : largest) {
      silent += value == 0 ? 1 : 0;
    }
    return (double) silent / channels;
  }
}
