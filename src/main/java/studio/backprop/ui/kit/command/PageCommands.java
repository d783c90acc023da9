package studio.backprop.ui.kit.command;

import java.util.List;
import javafx.scene.Scene;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Lang;

/** The list of commands and the page of keys of a page that lies over the window: what it brings along counts, not what lies under it. */
public final class PageCommands {
  private final CommandsModel model;
  private final CommandPalette palette;
  private final ShortcutsPage shortcuts;

  public PageCommands(Lang lang) {
    model = new CommandsModel(lang, command -> true);
    palette = new CommandPalette(model, lang);
    shortcuts = new ShortcutsPage(model, lang);
  }

  /** Shows the commands of the page in a list, to be found by typing. */
  public void findIn(Scene scene, List<Command> ofPage) {
    model.replace(ofPage);
    palette.showIn(scene);
  }

  /** Shows the keys of the page. */
  public void keysIn(Scene scene, List<Command> ofPage) {
    model.replace(ofPage);
    shortcuts.showIn(scene);
  }
}
