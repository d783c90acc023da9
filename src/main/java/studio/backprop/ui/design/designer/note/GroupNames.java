package studio.backprop.ui.design.designer.note;

import java.util.Locale;
import studio.backprop.network.NodeGroup;
import studio.backprop.ui.kit.Lang;

/** Names of groups. Those given by samples and the program are localized, any other is shown as typed. */
final class GroupNames {
  private GroupNames() {}

  static String of(NodeGroup group, Lang lang) {
    return lang.known("group.named." + group.name().toLowerCase(Locale.ROOT).replace(' ', '_'), group.name());
  }
}
