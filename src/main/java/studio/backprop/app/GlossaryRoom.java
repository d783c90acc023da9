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

/** Glossary of a window: a lazily created page, and the commands that open it. */
final class GlossaryRoom {
  private static final String KEY = "Shift+F1";

  private final Lang lang;
  private final Typesetter typesetter;
  private final Supplier<Scene> scene;
  private GlossaryPage page;

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

  /** Opens it; has a shortcut. */
  Command command() {
    return Command.of("command.glossary", Command.Group.WINDOW, Icon.GLOSSARY, KEY, this::show);
  }

  Command commandOfPage() {
    return Command.of(Message.of("command.glossary"), Command.Group.WINDOW, Icon.GLOSSARY, this::show);
  }

  List<Command> terms() {
    return TermCommands.all(term -> page().showIn(scene.get(), term));
  }
}
