package studio.backprop.ui.window.shell;

import static studio.backprop.ui.kit.Command.Group.PROJECT;
import static studio.backprop.ui.kit.Command.Group.TRAINING;
import static studio.backprop.ui.kit.Command.Group.WINDOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Speeds;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Commands of the window frame: project, training, theme. */
final class ShellCommands {
  private final DocumentModel document;
  private final RunModel run;
  private final FilesModel files;
  private final TransportModel transport;
  private final Lang lang;
  private final ThemeModel theme;

  ShellCommands(DocumentModel document, RunModel run, FilesModel files, TransportModel transport, Lang lang, ThemeModel theme) {
    this.document = document;
    this.run = run;
    this.files = files;
    this.transport = transport;
    this.lang = lang;
    this.theme = theme;
  }

  List<Command> all() {
    List<Command> all = new ArrayList<>();
    all.add(Command.of("command.new", PROJECT, Icon.NEW, WindowShortcuts.NEW.getName(), files::newProject));
    all.add(Command.of("command.new_window", PROJECT, Icon.NEW_WINDOW, WindowShortcuts.NEW_WINDOW.getName(), files::newWindow));
    all.add(Command.of("command.open", PROJECT, Icon.OPEN, WindowShortcuts.OPEN.getName(), files::open));
    all.add(Command.of("command.save", PROJECT, Icon.SAVE, WindowShortcuts.SAVE.getName(), files::save));
    all.add(Command.of("command.save_as", PROJECT, Icon.SAVE_AS, WindowShortcuts.SAVE_AS.getName(), files::saveAs));
    all.add(Command.of("command.undo", PROJECT, Icon.UNDO, WindowShortcuts.UNDO.getName(), document::undo)
        .when(any(document.undoNameProperty())));
    all.add(Command.of("command.redo", PROJECT, Icon.REDO, WindowShortcuts.REDO.getName(), document::redo)
        .or(WindowShortcuts.REDO_TOO.getName()).when(any(document.redoNameProperty())));
    all.addAll(SampleCommands.of(files, () -> {}));
    train(all);
    for (Texts texts : Texts.all()) {
      Message title = Message.of("command.language", texts.say("top.language.own"));
      all.add(Command.of(title, WINDOW, Icon.LANGUAGE, () -> lang.textsProperty().set(texts)));
    }
    all.add(look("command.light", Icon.SUN, Theme.LIGHT));
    all.add(look("command.dark", Icon.MOON, Theme.DARK));
    return all;
  }

  private void train(List<Command> all) {
    all.add(Command.of("command.play", TRAINING, Icon.PLAY, "Space", transport::togglePlay).when(transport.playableProperty()));
    all.add(Command.of("command.step", TRAINING, Icon.STEP, "Right", transport::step).when(transport.availableProperty()));
    all.add(Command.of("command.step_layer", TRAINING, Icon.STEP_OVER, "Shift+Right", run.control()::stepLayer)
        .when(transport.availableProperty()));
    all.add(Command.of("command.step_episode", TRAINING, Icon.STEP_OVER, "Shift+E", run.control()::stepEpisode)
        .when(Bindings.and(transport.availableProperty(), transport.actsProperty())));
    all.add(Command.of("command.reset", TRAINING, Icon.RESET, WindowShortcuts.RESET.getName(), transport::reset)
        .when(transport.availableProperty()));
    all.add(Command.of(Message.of("command.new_weights"), TRAINING, Icon.NEW_WEIGHTS, transport::newWeights)
        .when(transport.availableProperty()));
    all.addAll(Speeds.commands(run.control().speedProperty(), TransportModel.SPEEDS));
  }

  private Command look(String key, Icon icon, Theme look) {
    return Command.of(Message.of(key), WINDOW, icon, () -> theme.themeProperty().set(look)).when(theme.themeProperty().isNotEqualTo(look));
  }

  private static BooleanBinding any(ObservableValue<? extends Optional<?>> value) {
    return Bindings.createBooleanBinding(() -> value.getValue().isPresent(), value);
  }
}
