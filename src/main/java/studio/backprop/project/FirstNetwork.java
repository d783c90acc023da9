package studio.backprop.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Dataset;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;
import studio.backprop.data.Task;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;

/**
 * Starter network for a user's table or time series: one hidden layer, two for larger tables, and the output and loss of the target. With
 * more rows, more units and fewer epochs: the number of steps is about constant.
 */
public final class FirstNetwork {
  private static final double LEFT = 60;
  private static final double TOP = 120;
  private static final double NODE_DISTANCE = 160;

  private static final int LEAST_UNITS = 8;
  private static final int MOST_UNITS = 64;
  /** Rows per hidden unit. */
  private static final int ROWS_A_UNIT = 16;
  private static final int ROWS_FOR_TWO_LAYERS = 500;
  private static final int STEPS = 3000;
  private static final int LEAST_EPOCHS = 10;
  private static final int MOST_EPOCHS = 200;
  private static final int PATIENCE = 20;

  private FirstNetwork() {}

  /**
   * Trainable project.
   *
   * @throws DataProblem if the table does not suit the settings
   */
  public static Project of(TableData table, DataSettings settings) throws DataProblem {
    PreparedData data = PreparedData.load(settings, Optional.of(table), Progress.NONE);
    Network network = Network.EMPTY;
    List<Layer> layers = layers(data);
    for (int i = 0; i < layers.size(); i++) {
      network = network.add(layers.get(i), LEFT + i * NODE_DISTANCE, TOP);
      network = i == 0 ? network : network.wire(i, i + 1);
    }
    int epochs = Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, STEPS * TrainingSettings.STANDARD.batch() / data.trainRows()));
    return new Project(network, settings, Optional.of(table), TrainingSettings.STANDARD.withEpochs(epochs).withPatience(PATIENCE));
  }

  private static List<Layer> layers(PreparedData data) {
    Dataset dataset = data.dataset();
    int rows = data.trainRows();
    int units = Integer.highestOneBit(Math.max(LEAST_UNITS, Math.min(MOST_UNITS, rows / ROWS_A_UNIT)));
    List<Layer> layers = new ArrayList<>(List.of(new Input(dataset.inputShape())));
    if (dataset.series().isPresent()) {
      layers.add(Lstm.of(units, false));
    } else {
      layers.add(Dense.of(units, Activation.RELU));
      if (rows >= ROWS_FOR_TWO_LAYERS) {
        layers.add(Dense.of(units / 2, Activation.RELU));
      }
    }
    layers.addAll(output(dataset));
    return layers;
  }

  private static List<Layer> output(Dataset dataset) {
    int classes = dataset.classNames().size();
    if (dataset.task() == Task.REGRESSION) {
      return List.of(Dense.of(1, Activation.NONE), Output.of(Loss.MSE));
    }
    return classes == 2
        ? List.of(Dense.of(1, Activation.SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY))
        : List.of(Dense.of(classes, Activation.SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
  }
}
