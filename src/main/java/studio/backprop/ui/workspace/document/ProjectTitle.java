package studio.backprop.ui.workspace.document;

import studio.backprop.store.Sample;
import studio.backprop.text.Message;

/** What a project is called before the reader: a sample by its title, any other by the name of its file. */
public final class ProjectTitle {
  private ProjectTitle() {}

  /** @param name of the file without its ending; empty of a project that was never saved */
  public static Message of(String name) {
    return name.isEmpty() ? Message.of("top.untitled") : Sample.find(name).map(Sample::title)
        .orElseGet(() -> Message.of("top.named", name));
  }
}
