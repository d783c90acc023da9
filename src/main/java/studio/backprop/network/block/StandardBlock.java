package studio.backprop.network.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.MultiHeadAttention;
import studio.backprop.layer.Padding;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Built-in blocks. */
public enum StandardBlock implements Block {
  /** Residual block: learns what to add to its input, so that many can be stacked. He, Zhang, Ren and Sun 2016. */
  RESIDUAL {
    @Override
    public Parts parts(Optional<Shape> given) {
      Layer relu = new Activate(Activation.RELU);
      if (picture(given)) {
        // as many channels as the input, for the sum
        int channels = given.map(shape -> shape.size(0)).orElse(FILTERS);
        Layer convolution = Conv2d.of(channels, 3, Padding.SAME, Activation.NONE);
        return Parts.chain(List.of(convolution, norm(), relu, convolution, norm(), new Add(), relu)).around(6);
      }
      int units = given.get().size(given.get().rank() - 1);
      return Parts.chain(List.of(Dense.of(units, Activation.RELU), Dense.of(units, Activation.NONE), new Add(), relu)).around(3);
    }
  },

  /** Convolution, batch normalization, max pooling. */
  CONVOLUTION {
    @Override
    public Parts parts(Optional<Shape> given) {
      Optional<Shape> picture = given.filter(shape -> shape.rank() == 3);
      // twice the channels after pooling
      int filters = picture.map(shape -> Math.max(FILTERS, Math.min(MOST_FILTERS, 2 * shape.size(0)))).orElse(FILTERS);
      List<Layer> layers = new ArrayList<>(List.of(
          Conv2d.of(filters, 3, Padding.SAME, Activation.NONE), norm(), new Activate(Activation.RELU)));
      if (picture.filter(shape -> Math.min(shape.size(1), shape.size(2)) < LEAST_SIDE).isEmpty()) {
        layers.add(MaxPool2d.of(2));
      }
      return Parts.chain(layers);
    }
  },

  /** Encoder block: self-attention, then a dense layer per time step, each with a residual connection. Vaswani et al. 2017. */
  TRANSFORMER {
    @Override
    public Parts parts(Optional<Shape> given) {
      // as many features as the input, for the sum
      int features = given.map(shape -> shape.size(shape.rank() - 1)).orElse(FEATURES);
      return Parts.chain(List.of(
          MultiHeadAttention.of(headsFor(features), false), new Add(), layerNorm(),
          Dense.of(2 * features, Activation.RELU), Dense.of(features, Activation.NONE), new Add(), layerNorm())).around(2).shortcut(3, 6);
    }
  },

  /** Two dense layers: for small tables, or as a head. */
  MLP {
    @Override
    public Parts parts(Optional<Shape> given) {
      List<Layer> layers = new ArrayList<>(List.of(
          Dense.of(32, Activation.RELU), new Dropout(0.2), Dense.of(16, Activation.RELU)));
      if (given.filter(shape -> shape.rank() > 1).isPresent()) {
        layers.add(0, new Flatten());
      }
      return Parts.chain(layers);
    }
  };

  private static final int FILTERS = 8;
  private static final int MOST_FILTERS = 256;
  /** Minimum side length for pooling. */
  private static final int LEAST_SIDE = 4;

  private static final int FEATURES = 32;

  /** Largest of four, two and one that divides the features. */
  private static int headsFor(int features) {
    return features % 4 == 0 ? 4 : features % 2 == 0 ? 2 : 1;
  }

  private static Layer layerNorm() {
    return LayerCatalog.find("layer_norm").orElseThrow().fresh();
  }

  private static boolean picture(Optional<Shape> given) {
    return given.isEmpty() || given.get().rank() == 3;
  }

  private static Layer norm() {
    return LayerCatalog.find("batch_norm").orElseThrow().fresh();
  }

  @Override
  public String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Message title() {
    return Message.of("block." + prefix());
  }

  @Override
  public Message help() {
    return Message.of("block." + prefix() + ".help");
  }
}
