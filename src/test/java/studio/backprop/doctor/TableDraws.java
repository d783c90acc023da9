package studio.backprop.doctor;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import studio.backprop.doctor.Draw.Pace;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.repair.LayerSettings;
import studio.backprop.project.Project;
import studio.backprop.schedule.Constant;

/**
 * More trainings that fail, drawn by lot: tables with a column that says nothing or too much, frozen networks, sequences too long for
 * memory.
 */
final class TableDraws {
  private TableDraws() {}

  static Case frozen(Draw draw) throws Exception {
    Case usual = draw.usual(draw.pace(), 150);
    return new Case(usual.project().withNetwork(network -> {
      Network still = network;
      for (Node node : network.nodes()) {
        Optional<Layer> frozen = LayerSettings.with(node.layer(), "trainable", false);
        still = frozen.isEmpty() ? still : still.with(node.id(), one -> one.withLayer(frozen.get()));
      }
      return still;
    }), usual.steps());
  }

  /** A column of one number or word beside others that say something. */
  static Case constant(Draw draw) throws Exception {
    String same = draw.of(List.of("0", "1", "-3.5", "2024", "Lyon"));
    boolean classes = draw.random().nextBoolean();
    return told(draw, classes, (label, value, random) -> same);
  }

  static Case telling(Draw draw) throws Exception {
    int choice = draw.random().nextInt(5);
    double noise = draw.between(1e-3, 0.1);
    return switch (choice) {
      case 0 -> told(draw, true, (label, value, random) -> String.valueOf(label + noise * random.nextGaussian()));
      case 1 -> told(draw, true, (label, value, random) -> label == 1 ? "B" : "A");
      case 2 -> told(draw, true, (label, value, random) -> String.valueOf(label == 1 ? 100 + 900 * random.nextDouble() : 0));
      case 3 -> told(draw, false, (label, value, random) -> String.valueOf(40 - 7 * value));
      default -> sortedById(draw);
    };
  }

  /** What a column says of a row. */
  private interface Column {
    String of(int label, double value, Random random);
  }

  private static Case told(Draw draw, boolean classes, Column column) throws Exception {
    Random random = draw.random();
    StringBuilder text = new StringBuilder("a,b,more,c,y\n");
    for (int row = 0; row < draw.from(150, 500); row++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      double c = random.nextGaussian();
      double value = a - b * c + random.nextGaussian() / 2;
      int label = value > 0 ? 1 : 0;
      text.append(a).append(',').append(b).append(',').append(column.of(label, value, random)).append(',').append(c).append(',')
          .append(classes ? label == 1 ? "yes" : "no" : String.valueOf(value)).append('\n');
    }
    return onOwn(draw, text, Dense.of(1, classes ? Activation.SIGMOID : Activation.NONE), classes ? Loss.BINARY_CROSS_ENTROPY : Loss.MSE);
  }

  private static Case sortedById(Draw draw) throws Exception {
    int rows = draw.from(150, 500);
    int classes = draw.from(2, 4);
    StringBuilder text = new StringBuilder("id,a,b,y\n");
    for (int row = 0; row < rows; row++) {
      int label = row * classes / rows;
      text.append(row + 1).append(',').append(label / 2.0 + draw.random().nextGaussian()).append(',').append(draw.random().nextGaussian())
          .append(",k").append(label).append('\n');
    }
    return onOwn(draw, text, Dense.of(classes, Activation.SOFTMAX), Loss.CROSS_ENTROPY);
  }

  private static Case onOwn(Draw draw, StringBuilder text, Dense head, Loss loss) throws Exception {
    Pace pace = draw.pace();
    return Ward.onTable(Ward.read(text.toString()), pace.optimizer(), pace.rate(), draw.batch(), 150, loss,
        Ward.deep(draw.from(1, 2), draw.from(8, 24), draw.of(Draw.BENT), head));
  }

  static Case throughTime(Draw draw) throws Exception {
    int length = draw.from(40, 120);
    Pace pace = draw.adaptive();
    return recall(length, SimpleRnn.of(draw.from(8, 24), false), 300).with(t -> t.withOptimizer(pace.optimizer()).withRate(pace.rate()))
        .seed(draw.from(1, 999));
  }

  /** The letter that came first is asked for after so many others. */
  static Case recall(int length, Layer reader, int steps) throws Exception {
    Project sample = SickDraws.sample("recall-lstm");
    int memory = sample.network().nodes().stream().filter(node -> node.layer() instanceof Lstm).findFirst().orElseThrow().id();
    return new Case(sample.withNetwork(network -> network.with(memory, node -> node.withLayer(reader))), steps)
        .with(t -> t.withSchedule(new Constant())).dataOfAnotherShape(data -> data.withSequence(data.sequence().withLength(length)));
  }
}
