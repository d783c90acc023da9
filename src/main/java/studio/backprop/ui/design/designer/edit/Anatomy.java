package studio.backprop.ui.design.designer.edit;

import java.util.Map;
import java.util.stream.Collectors;
import studio.backprop.layer.Arity;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Node;

/** The measures of what is drawn, in px: how large a node is and where its ports are. */
public final class Anatomy {
  /** Distance of the dots, and what nodes snap to. */
  public static final double GRID = 20;
  /** Between two nodes of a chain: with the widths below, a chain keeps to the grid. */
  public static final double GAP = 24;
  /** From a node's upper edge to its ports, the same in every lens so that no wire moves when the lens changes. */
  public static final double PORT_Y = 92;
  static final double PORT = 10;
  public static final double PORT_REACH = 24;

  /** From the nodes of a group to its frame. */
  public static final double FRAME_SIDE = 14;
  public static final double FRAME_TITLE = 28;
  /** Between a frame's title and the nodes: there is room for the labels of wires. */
  static final double FRAME_LABELS = 28;

  /** How wide a folded group is. */
  public static final double GROUP_WIDTH = 180;
  /** Between two lines of a long network: the wire from one to the next has its way there. */
  static final double BETWEEN_LINES = 5 * GRID;

  /** A node that only takes its numbers in another order is narrow: there is little to see. */
  private static final double NARROW_WIDTH = 56;
  private static final double INPUT_WIDTH = 96;
  /** The Input of an agent shows its environment. It grows to the left, so that no wire moves. */
  static final double ENVIRONMENT_WIDTH = 260;
  private static final double PLAIN_WIDTH = 116;
  private static final double LEARNING_WIDTH = 136;
  /** A node that is a picture: real and generated examples, and what they are taken for. */
  private static final double PICTURE_WIDTH = 316;
  private static final double PICTURE_HEIGHT = 400;
  private static final double STRUCTURE_HEIGHT = 176;
  private static final double LENS_HEIGHT = 250;
  private static final double DIFFERENCE_HEIGHT = 270;

  /** By the class of the layer; asked for many times in each frame of a drag. */
  private static final Map<Class<?>, Double> WIDTHS =
      LayerCatalog.known().stream().collect(Collectors.toUnmodifiableMap(type -> type.fresh().getClass(), Anatomy::width));

  private Anatomy() {}

  public static double width(Layer layer) {
    return WIDTHS.get(layer.getClass());
  }

  private static double width(LayerType type) {
    Layer layer = type.fresh();
    if (layer.joinsBatches()) {
      return PICTURE_WIDTH;
    }
    if (!layer.changesNumbers() && type.settings().isEmpty()) {
      return NARROW_WIDTH;
    }
    if (layer.arity().equals(Arity.NONE)) {
      return INPUT_WIDTH;
    }
    return learns(type) ? LEARNING_WIDTH : PLAIN_WIDTH;
  }

  /** Layers with weights let a person freeze them. */
  private static boolean learns(LayerType type) {
    return type.settings().stream().anyMatch(setting -> setting.name().equals("trainable"));
  }

  public static boolean narrow(Layer layer) {
    return width(layer) == NARROW_WIDTH;
  }

  public static double height(Lens lens) {
    return switch (lens) {
      case STRUCTURE -> STRUCTURE_HEIGHT;
      case DIFFERENCE -> DIFFERENCE_HEIGHT;
      default -> LENS_HEIGHT;
    };
  }

  /** How high a node of such a layer is. */
  static double height(Layer layer, Lens lens) {
    return height(layer, height(lens));
  }

  /** How high a node is among others: one that is a picture has a height of its own, so that it is seen. */
  static double height(Layer layer, double others) {
    return layer.joinsBatches() ? Math.max(PICTURE_HEIGHT, others) : others;
  }

  public static Box box(Node node, Lens lens) {
    return new Box(node.x(), node.y(), width(node.layer()), height(node.layer(), lens));
  }

  /** The nearest line of the grid. */
  static double snap(double place) {
    return Math.rint(place / GRID) * GRID;
  }

  static double snapUp(double place) {
    return Math.ceil(place / GRID) * GRID;
  }
}
