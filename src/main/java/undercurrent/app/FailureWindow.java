package undercurrent.app;

import java.awt.AWTError;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CountDownLatch;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/**
 * Says why the window could not be opened, when JavaFX cannot: in Java's other kind of window,
 * which needs neither its libraries nor its graphics.
 */
final class FailureWindow {
  private static final System.Logger LOG = System.getLogger(FailureWindow.class.getName());
  private static final Dimension SIZE = new Dimension(640, 320);

  private FailureWindow() {}

  /** Shows it and waits until it is closed; where that is not possible either, returns. */
  static void show(UnexpectedError trouble) {
    CountDownLatch closed = new CountDownLatch(1);
    try {
      if (GraphicsEnvironment.isHeadless()) return;
      SwingUtilities.invokeAndWait(() -> frame(trouble, closed).setVisible(true));
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (InvocationTargetException | RuntimeException | LinkageError | AWTError e) {
      LOG.log(System.Logger.Level.ERROR, "No window can say so either.", e);
    }
  }

  private static JFrame frame(UnexpectedError trouble, CountDownLatch closed) {
    JTextArea text = new JTextArea(trouble.details());
    text.setEditable(false);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setCaretPosition(0);
    JButton copy = new JButton(Words.of("failureWindow.copy"));
    copy.addActionListener(
        e ->
            Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(trouble.details()), null));
    JFrame frame = new JFrame(Words.of("failureWindow.title"));
    JButton close = new JButton(Words.of("failureWindow.close"));
    close.addActionListener(e -> frame.dispose());
    JPanel buttons = new JPanel();
    buttons.add(copy);
    buttons.add(close);
    JPanel content = new JPanel(new BorderLayout(8, 8));
    content.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
    content.add(new JScrollPane(text), BorderLayout.CENTER);
    content.add(buttons, BorderLayout.SOUTH);
    frame.setContentPane(content);
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.addWindowListener(
        new java.awt.event.WindowAdapter() {
          @Override
          public void windowClosed(java.awt.event.WindowEvent e) {
            closed.countDown();
          }
        });
    frame.setSize(SIZE);
    frame.setLocationRelativeTo(null);
    return frame;
  }
}
