package studio.backprop.ui.design.designer.node;

import studio.backprop.layer.Group;
import studio.backprop.ui.kit.Token;

/** Colour of a layer group. */
public final class GroupColour {
  private GroupColour() {}

  public static Token of(Group group) {
    return switch (group) {
      case BASIC, SHAPE -> Token.GROUP_BASIC;
      case CONVOLUTION -> Token.GROUP_CONVOLUTION;
      case SEQUENCE -> Token.GROUP_SEQUENCE;
      case GRAPH -> Token.GROUP_GRAPH;
      case MERGE, LOSS -> Token.GROUP_MERGE;
    };
  }
}
