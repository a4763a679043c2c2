const english = {
  toolbar: 'Formatting', text: 'Text of the article', style: 'Paragraph', more: 'Words', insert: 'Insert', table: 'Table',
  p: 'Paragraph', h2: 'Heading', h3: 'Smaller heading', h4: 'Smallest heading', pre: 'Preformatted text',
  strong: 'Strong', em: 'Emphasis', q: 'Quoted words', cite: 'Title of a work', s: 'Struck out', sub: 'Subscript', sup: 'Superscript', code: 'Code',
  link: 'Link', lang: 'Language', ul: 'List', ol: 'Numbered list', sink: 'One level in', lift: 'One level out', blockquote: 'Quotation', pull: 'Pull quote',
  hr: 'Rule', nbsp: 'No-break space', br: 'Line break', tableInsert: 'Table', photoUpload: 'Pictures from this device', photoLibrary: 'Picture from the library', related: 'Related articles',
  rowBefore: 'Row above', rowAfter: 'Row below', columnBefore: 'Column before', columnAfter: 'Column after', rowDelete: 'Delete row', columnDelete: 'Delete column',
  headRow: 'Row is the head', headColumn: 'Cell heads its row', merge: 'Join cells', split: 'Split cell', caption: 'Caption of the table', tableDelete: 'Delete table',
  note: 'Footnote', noteWords: 'Words of the footnote', embed: 'From another site', embedAddress: 'Address there', badEmbed: 'What may stand in an article comes from: {0}.', removeEmbed: 'Take out', captionHere: 'Caption', onClick: 'Readers load it from {0} by a press of a button.',
  undo: 'Undo', redo: 'Redo', find: 'Find and replace',
  address: 'Address of the link', apply: 'Apply', remove: 'Remove', close: 'Close', badLink: 'A link leads to https://…, mailto:…, tel:…, a path of this newspaper (/…) or a place on the page (#…).',
  language: 'Language tag, such as ko or zh-Hant', badLanguage: 'That is no language tag. Write one such as ko, ja or zh-Hant.',
  findWords: 'Find', replaceWith: 'Replace with', next: 'Next', previous: 'Previous', replace: 'Replace', replaceAll: 'Replace all', matchCase: 'Match case', wholeWords: 'Whole words', nothing: 'Not found', of: '{0} of {1}', replaced: '{0} replaced',
  searchPhotos: 'Search the library', searchArticles: 'Search articles', search: 'Search', noResults: 'Nothing found.', failed: 'That did not work. Try again.', loading: 'Searching …', add: 'Add',
  ownCaption: 'Caption', alt: 'Alternative text', noAlt: 'What is to be seen, for who cannot see it', up: 'Move up', down: 'Move down', removePhoto: 'Remove picture', photo: 'Picture', missing: 'This picture is no longer in the library.',
  relatedTitle: 'Related articles', removeArticle: 'Remove {0}', emptyRelated: 'No articles yet.',
  uploading: 'Sending {0}: {1} %', working: '{0} is being prepared …', refused: '{0} was not taken: {1}', notPicture: '{0} is no picture.', uploadFailed: 'The newspaper could not be reached.', dismiss: 'Dismiss',
  words: 'Words: {0} · {1} min', droppedPictures: 'Pictures in what you pasted were left out: drop the files here instead.', deep: 'Lists and quotations nest eight deep at most.',
};

const korean: typeof english = {
  toolbar: '서식', text: '기사 본문', style: '문단', more: '글자', insert: '넣기', table: '표',
  p: '문단', h2: '제목', h3: '작은 제목', h4: '가장 작은 제목', pre: '서식 그대로',
  strong: '굵게', em: '강조', q: '인용한 말', cite: '작품 이름', s: '취소선', sub: '아래 첨자', sup: '위 첨자', code: '코드',
  link: '링크', lang: '언어', ul: '목록', ol: '번호 목록', sink: '한 단계 안으로', lift: '한 단계 밖으로', blockquote: '인용문', pull: '뽑은 글',
  hr: '구분선', nbsp: '줄 바꿈 없는 빈칸', br: '줄 바꿈', tableInsert: '표', photoUpload: '이 기기의 사진', photoLibrary: '보관함의 사진', related: '관련 기사',
  rowBefore: '위에 행', rowAfter: '아래에 행', columnBefore: '앞에 열', columnAfter: '뒤에 열', rowDelete: '행 지우기', columnDelete: '열 지우기',
  headRow: '행을 머리로', headColumn: '칸을 행의 머리로', merge: '칸 합치기', split: '칸 나누기', caption: '표 제목', tableDelete: '표 지우기',
  note: '주', noteWords: '주의 내용', embed: '다른 사이트의 것', embedAddress: '그곳의 주소', badEmbed: '기사에 넣을 수 있는 곳: {0}.', removeEmbed: '빼기', captionHere: '설명', onClick: '독자가 단추를 누르면 {0}에서 불러옵니다.',
  undo: '되돌리기', redo: '다시 하기', find: '찾아 바꾸기',
  address: '링크 주소', apply: '적용', remove: '없애기', close: '닫기', badLink: '링크는 https://…, mailto:…, tel:…, 이 신문의 경로(/…) 또는 이 쪽의 자리(#…)로 이어집니다.',
  language: '언어 태그(예: ko, zh-Hant)', badLanguage: '언어 태그가 아닙니다. ko, ja, zh-Hant처럼 쓰십시오.',
  findWords: '찾을 말', replaceWith: '바꿀 말', next: '다음', previous: '이전', replace: '바꾸기', replaceAll: '모두 바꾸기', matchCase: '대소문자 구분', wholeWords: '낱말 전체', nothing: '없습니다', of: '{1}개 중 {0}번째', replaced: '{0}개를 바꾸었습니다',
  searchPhotos: '보관함 찾기', searchArticles: '기사 찾기', search: '찾기', noResults: '찾지 못했습니다.', failed: '되지 않았습니다. 다시 해 보십시오.', loading: '찾는 중 …', add: '넣기',
  ownCaption: '사진 설명', alt: '대체 텍스트', noAlt: '보지 못하는 이를 위한, 사진에 보이는 것', up: '위로', down: '아래로', removePhoto: '사진 빼기', photo: '사진', missing: '이 사진은 보관함에 없습니다.',
  relatedTitle: '관련 기사', removeArticle: '{0} 빼기', emptyRelated: '아직 기사가 없습니다.',
  uploading: '{0} 보내는 중: {1} %', working: '{0} 준비 중 …', refused: '{0}을(를) 받지 않았습니다: {1}', notPicture: '{0}은(는) 사진이 아닙니다.', uploadFailed: '신문에 닿지 못했습니다.', dismiss: '닫기',
  words: '낱말 {0}개 · {1}분', droppedPictures: '붙여 넣은 글의 사진은 빠졌습니다. 파일을 이리로 끌어 오십시오.', deep: '목록과 인용은 여덟 단계까지 들어갑니다.',
};

export type TextKey = keyof typeof english;

/** Words of the editor's interface. */
export type Texts = (key: TextKey, ...values: (string | number)[]) => string;

/** @param language Language of the page around the editor. */
export function texts(language: string): Texts {
  const words = language.split('-')[0] === 'ko' ? korean : english;
  return (key, ...values) => words[key].replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]));
}
