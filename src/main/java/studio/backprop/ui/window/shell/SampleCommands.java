package studio.backprop.ui.window.shell;

import java.util.List;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;

/** Commands that open samples. */
public final class SampleCommands {
  private SampleCommands() {}

  /** @param before closes the page over the canvas, if any */
  public static List<Command> of(FilesModel files, Runnable before) {
    return files.samples().stream()
        .map(sample -> Command.of(Message.of("command.sample", sample.title()), Command.Group.SAMPLE, Icon.LESSONS, () -> {
          before.run();
          files.openSample(sample.name());
        })).toList();
  }
}
