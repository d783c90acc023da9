package studio.backprop.ui.design.designer.note;

import java.util.Locale;
import studio.backprop.network.NodeGroup;
import studio.backprop.ui.kit.Lang;

/** What groups are called. A name that samples and the program itself give is said in the reader's language, any other as it was typed. */
final class GroupNames {
  private GroupNames() {}

  static String of(NodeGroup group, Lang lang) {
    return lang.known("group.named." + group.name().toLowerCase(Locale.ROOT).replace(' ', '_'), group.name());
  }
}
