package studio.backprop.ui.window.shell;

import java.util.List;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;

/** Opens each sample: of the list of commands, on the canvas and on pages over it. */
public final class SampleCommands {
  private SampleCommands() {}

  /** @param before leaves what lies over the canvas, where something does */
  public static List<Command> of(FilesModel files, Runnable before) {
    return files.samples().stream()
        .map(sample -> Command.of(Message.of("command.sample", sample.title()), Command.Group.SAMPLE, Icon.LESSONS, () -> {
          before.run();
          files.openSample(sample.name());
        })).toList();
  }
}
