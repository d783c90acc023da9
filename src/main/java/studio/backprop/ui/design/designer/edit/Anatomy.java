package studio.backprop.ui.design.designer.edit;

import java.util.Map;
import java.util.stream.Collectors;
import studio.backprop.layer.Arity;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Node;

/** Geometry of nodes and ports, in px. */
public final class Anatomy {
  /** Grid spacing, to which nodes snap. */
  public static final double GRID = 20;
  /** Gap between two nodes of a chain; with the widths below, a chain keeps to the grid. */
  public static final double GAP = 24;
  /** From a node's upper edge to its ports; equal in all lenses, so that no wire moves with the lens. */
  public static final double PORT_Y = 92;
  static final double PORT = 10;
  public static final double PORT_REACH = 24;

  /** From the nodes of a group to its frame. */
  public static final double FRAME_SIDE = 14;
  public static final double FRAME_TITLE = 28;
  /** Between a frame's title and the nodes, for wire labels. */
  static final double FRAME_LABELS = 28;

  public static final double GROUP_WIDTH = 180;
  /** Gap between two lines of a long network, which the wire between them runs through. */
  static final double BETWEEN_LINES = 5 * GRID;

  /** Width of a node that only rearranges its input. */
  private static final double NARROW_WIDTH = 56;
  private static final double INPUT_WIDTH = 96;
  /** Width of an agent's input, which shows the environment. It extends to the left, so that no wire moves. */
  static final double ENVIRONMENT_WIDTH = 260;
  private static final double PLAIN_WIDTH = 116;
  private static final double LEARNING_WIDTH = 136;
  /** Width of a node with real and generated examples and the discriminator's outputs. */
  private static final double PICTURE_WIDTH = 316;
  private static final double PICTURE_HEIGHT = 400;
  private static final double STRUCTURE_HEIGHT = 176;
  private static final double LENS_HEIGHT = 250;
  private static final double DIFFERENCE_HEIGHT = 270;

  /** By the class of the layer, for speed: read many times in each frame of a drag. */
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

  /** Whether layers of a type have weights, which can be frozen. */
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

  static double height(Layer layer, Lens lens) {
    return height(layer, height(lens));
  }

  /** Height of a node beside others; a node that is a picture has a height of its own. */
  static double height(Layer layer, double others) {
    return layer.joinsBatches() ? Math.max(PICTURE_HEIGHT, others) : others;
  }

  public static Box box(Node node, Lens lens) {
    return new Box(node.x(), node.y(), width(node.layer()), height(node.layer(), lens));
  }

  /** Nearest grid line. */
  static double snap(double place) {
    return Math.rint(place / GRID) * GRID;
  }

  static double snapUp(double place) {
    return Math.ceil(place / GRID) * GRID;
  }
}
