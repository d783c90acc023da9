package studio.backprop.ui.workspace.document;

import studio.backprop.store.Sample;
import studio.backprop.text.Message;

/** Title of a project: a sample's localized title, else the file's name without extension. */
public final class ProjectTitle {
  private ProjectTitle() {}

  public static Message of(String name) {
    return name.isEmpty() ? Message.of("top.untitled") : Sample.find(name).map(Sample::title)
        .orElseGet(() -> Message.of("top.named", name));
  }
}
