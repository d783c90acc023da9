package studio.backprop.ui.workspace.document;

import studio.backprop.network.Edit;
import studio.backprop.project.FirstAgent;
import studio.backprop.text.Message;

/** How an agent comes into a document that has none. */
public final class AgentBeginning {
  private AgentBeginning() {}

  /** Puts an agent and its world in the place of the network, with settings that suit them: one edit. */
  public static void in(DocumentModel document) {
    document.apply(new Edit<>(Message.of("agent.begin"), "", FirstAgent::of));
  }
}
