package studio.backprop.ui.workspace.document;

import studio.backprop.network.Edit;
import studio.backprop.project.FirstAgent;
import studio.backprop.text.Message;

/** Creates an agent in a document that has none. */
public final class AgentBeginning {
  private AgentBeginning() {}

  /** Replaces the network by an agent and its environment with suitable settings, as one edit. */
  public static void in(DocumentModel document) {
    document.apply(new Edit<>(Message.of("agent.begin"), "", FirstAgent::of));
  }
}
