import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import {
  BoldOutlined,
  ItalicOutlined,
  OrderedListOutlined,
  RedoOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { MinutesText } from '../../../processes/joint-meeting/minutes-text.ts';
import { useWords } from '../../words/language.ts';
import { tidyWordHtml } from './word-paste.ts';

interface Props {
  text: MinutesText;
  label: string;
  onChange: (text: MinutesText) => void;
}

/** The blocks and marks of minutes-text.ts and nothing besides: whatever else is pasted becomes one of them. */
const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    strike: false,
  }),
];

export function MinutesEditor({ text, label, onChange }: Props) {
  const editor = useEditor({
    extensions,
    content: text,
    // Its few rules stand in meetings.css: the page's content security policy refuses a style element of its own.
    injectCSS: false,
    editorProps: {
      attributes: { class: 'minutes-text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      transformPastedHTML: tidyWordHtml,
    },
    onUpdate: ({ editor: changed }) => onChange(changed.getJSON() as unknown as MinutesText),
  });
  return (
    <div className="minutes-editor">
      <Tools editor={editor} />
      <EditorContent editor={editor} />
    </div>
  );
}

function Tools({ editor }: { editor: Editor }) {
  const { t } = useWords();
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      heading: now.isActive('heading', { level: 2 }),
      subheading: now.isActive('heading', { level: 3 }),
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      underline: now.isActive('underline'),
      numbered: now.isActive('orderedList'),
      bulleted: now.isActive('bulletList'),
      quote: now.isActive('blockquote'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  });
  type Name = keyof typeof on;
  const chain = () => editor.chain().focus();
  const tools: [Name, ReactNode, () => void][] = [
    ['heading', 'H1', () => chain().toggleHeading({ level: 2 }).run()],
    ['subheading', 'H2', () => chain().toggleHeading({ level: 3 }).run()],
    ['bold', <BoldOutlined key="icon" />, () => chain().toggleBold().run()],
    ['italic', <ItalicOutlined key="icon" />, () => chain().toggleItalic().run()],
    ['underline', <UnderlineOutlined key="icon" />, () => chain().toggleUnderline().run()],
    ['numbered', <OrderedListOutlined key="icon" />, () => chain().toggleOrderedList().run()],
    ['bulleted', <UnorderedListOutlined key="icon" />, () => chain().toggleBulletList().run()],
    ['quote', '❝', () => chain().toggleBlockquote().run()],
    ['undo', <UndoOutlined key="icon" />, () => chain().undo().run()],
    ['redo', <RedoOutlined key="icon" />, () => chain().redo().run()],
  ];
  return (
    <div className="minutes-tools" role="toolbar" aria-label={t('meetings.minutes.tools.name')}>
      {tools.map(([name, icon, run]) => {
        const acts = name === 'undo' || name === 'redo';
        return (
          <Tooltip key={name} title={t(`meetings.minutes.tools.${name}`)}>
            <Button
              size="small"
              type={!acts && on[name] ? 'primary' : 'text'}
              disabled={acts && !on[name]}
              aria-pressed={acts ? undefined : on[name]}
              aria-label={t(`meetings.minutes.tools.${name}`)}
              onClick={run}
            >
              {icon}
            </Button>
          </Tooltip>
        );
      })}
    </div>
  );
}
