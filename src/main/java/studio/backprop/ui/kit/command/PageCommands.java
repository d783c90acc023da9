package studio.backprop.ui.kit.command;

import java.util.List;
import javafx.scene.Scene;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Lang;

/** Command palette and page of shortcuts of a page that covers the window; commands below it do not count. */
public final class PageCommands {
  private final CommandsModel model;
  private final CommandPalette palette;
  private final ShortcutsPage shortcuts;

  public PageCommands(Lang lang) {
    model = new CommandsModel(lang, command -> true);
    palette = new CommandPalette(model, lang);
    shortcuts = new ShortcutsPage(model, lang);
  }

  public void findIn(Scene scene, List<Command> ofPage) {
    model.replace(ofPage);
    palette.showIn(scene);
  }

  public void keysIn(Scene scene, List<Command> ofPage) {
    model.replace(ofPage);
    shortcuts.showIn(scene);
  }
}
