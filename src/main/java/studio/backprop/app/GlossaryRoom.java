package studio.backprop.app;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Scene;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.ui.learn.glossary.GlossaryModel;
import studio.backprop.ui.learn.glossary.GlossaryPage;

/** The glossary of a window: one page, made when it is first asked for, and what leads to it from wherever commands are listed. */
final class GlossaryRoom {
  private static final String KEY = "Shift+F1";

  private final Lang lang;
  private final Typesetter typesetter;
  private final Supplier<Scene> scene;
  private GlossaryPage page;

  /** @param scene in which it opens, asked each time */
  GlossaryRoom(Lang lang, Typesetter typesetter, Supplier<Scene> scene) {
    this.lang = lang;
    this.typesetter = typesetter;
    this.scene = scene;
  }

  private GlossaryPage page() {
    if (page == null) {
      page = new GlossaryPage(new GlossaryModel(lang), lang, typesetter);
    }
    return page;
  }

  private void show() {
    page().showIn(scene.get());
  }

  /** Opens it, by a key too. */
  Command command() {
    return Command.of("command.glossary", Command.Group.WINDOW, Icon.GLOSSARY, KEY, this::show);
  }

  /** The same from a page over the window, which has keys of its own. */
  Command commandOfPage() {
    return Command.of(Message.of("command.glossary"), Command.Group.WINDOW, Icon.GLOSSARY, this::show);
  }

  /** A command for each of its terms. */
  List<Command> terms() {
    return TermCommands.all(term -> page().showIn(scene.get(), term));
  }
}
