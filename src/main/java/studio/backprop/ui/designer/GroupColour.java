package studio.backprop.ui.designer;

import studio.backprop.layer.Group;
import studio.backprop.ui.kit.Token;

/** The colour of a group of layers: the token of its name. The loss is drawn like a merge. */
final class GroupColour {
  private GroupColour() {}

  static Token of(Group group) {
    return group == Group.LOSS ? Token.GROUP_MERGE : Token.valueOf("GROUP_" + group.name());
  }
}
